/** The functions of GNU Make. */

export const FUNCTIONS = `
  abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring firstword
  flavor foreach if join lastword notdir or origin patsubst realpath shell sort strip subst suffix value
  warning wildcard word wordlist words
`;
