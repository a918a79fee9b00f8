/** jekyll-3rd-party-libraries: puts each library's version into its addresses in `third_party_libraries`; as version 0.0.1 does. */

import { type ConfigureContext, definePlugin, type PluginData } from '../../plugin/api/plugin.ts';
import { isHash, isTruthy, type Value } from '../../plugin/api/values.ts';

const KEY = 'third_party_libraries';

const hooks = {
  configure(context: ConfigureContext): PluginData | undefined {
    const libraries = context.config(KEY);
    if (!isHash(libraries)) return undefined;
    if (isTruthy(libraries.get('download')))
      context.note(
        'third-party/not-downloaded',
        'third-party libraries are not downloaded, so pages load them from the network',
        `set \`${KEY}: {download: false}\`, or put the files into the site and name them there`,
        KEY,
      );
    return { [KEY]: new Map([...libraries].map(([name, library]) => [name, versioned(library)])) };
  },
};

export const thirdPartyLibraries = definePlugin({ name: 'jekyll-3rd-party-libraries', ...hooks });

export const downloadThirdParty = definePlugin({
  name: 'al-folio/download-3rd-party',
  rubyFiles: [
    {
      name: 'download-3rd-party.rb',
      defines: 'third_party_libraries',
      known: [
        '205amn4cnza-1c6kzqq24i',
        '9dfy5ngomn-5rbbkmuetd',
        '1w6bf8obinw-78jpvhaxbz',
        'woauy29qdo-2esfry53hl',
        '2kmq5l3skh-1evtbu52e73',
        '1kg12mdhboz-tqvz2pznqf',
        '1m233ho1cjz-1s4dava63z',
        '1bbfwiqjmob-xtly9atm2t',
        'q1ynp46j6f-1hut9q689d6',
        '11wcx2o1k5l-18nijqazj30',
        '4572p6y2us-27k8pwodnzc',
      ],
    },
  ],
  ...hooks,
});

function versioned(library: Value): Value {
  if (!isHash(library) || !isHash(library.get('url'))) return library;
  const version = String(library.get('version') ?? '');
  const filled = (url: Value): Value => {
    if (isHash(url)) return new Map([...url].map(([kind, inner]) => [kind, filled(inner)]));
    return typeof url === 'string' ? url.replaceAll('{{version}}', version) : url;
  };
  return new Map(library).set('url', filled(library.get('url')));
}
