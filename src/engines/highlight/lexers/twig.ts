/** The templates of Twig. */
import { templateLexer } from './jinja.ts';

export const twig = templateLexer('twig', {
  keywords: `
    as do extends flush from import include use else starts ends with without autoescape endautoescape block
    endblock embed endembed filter endfilter for endfor if endif macro endmacro sandbox endsandbox set endset
    spaceless endspaceless
  `,
  pseudoKeywords: 'true false none',
  operators: 'is in and or not',
  tests: 'constant defined divisibleby empty even iterable null odd sameas',
});
