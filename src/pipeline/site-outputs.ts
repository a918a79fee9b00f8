/** The files that a rendered site comes to, in the order in which Jekyll writes them: pages, static files, documents. */

import { folderOf, toOutputKey } from '../base/paths.ts';
import { buildMessages } from '../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { JoinedStylesheets } from '../engines/sass/stylesheets.ts';
import type { Document } from '../model/document.ts';
import type { Output } from '../model/output.ts';
import { isFileWritten, isWritten, type Site } from '../model/site.ts';
import type { Converters } from '../render/convert.ts';
import type { DocumentPlaces } from '../render/wiring/document-places.ts';
import type { TimedText } from '../ruby/time/timed-text.ts';
import type { Finished } from './rendering/render-tasks.ts';

/** A stylesheet whose text is not there yet. */
export interface SheetOutput extends Pick<Output, 'key' | 'from' | 'of'> {
  readonly sheet: string;
}

export type SiteOutput = Output | SheetOutput;

export function listOutputs(
  site: Site,
  rendered: ReadonlyMap<Document, Finished>,
  timedOf: (document: Document) => TimedText | undefined,
  converters: Converters,
  places: DocumentPlaces,
  report: (diagnostic: Diagnostic) => void,
): readonly SiteOutput[] {
  const outputs: SiteOutput[] = [];
  const addDocument = (document: Document): void => {
    const finished = rendered.get(document);
    if (finished === undefined || !isWritten(document, site)) return;
    const { key, url } = site.routes.of(document);
    const { path, origin, generatedBy } = document;
    const from = generatedBy ?? path;
    const of = {
      path,
      ...(origin === undefined ? {} : { origin }),
      ...(generatedBy === undefined ? {} : { generatedBy }),
    };
    if (key === undefined) {
      report(diagnose(buildMessages.noOutputName, { url }, { place: places.of(document, 'permalink') }));
    } else if (converters.isStylesheet(document.extension)) {
      outputs.push({ key, from, of, sheet: path });
    } else {
      const timed = timedOf(document);
      const about = {
        ...{ key, from, of },
        ...(timed === undefined ? {} : { timed }),
        ...(document.mayCollide === true ? { mayCollide: true } : {}),
      };
      outputs.push(textOutput(about, finished));
    }
  };
  for (const page of site.pages) addDocument(page);
  for (const file of site.staticFiles) {
    const { key } = site.routes.ofFile(file);
    if (key === undefined || !isFileWritten(file, site)) continue;
    outputs.push({
      key,
      from: file.path,
      copy: file.absolutePath,
      modifiedMs: file.modifiedMs,
      changedMs: file.changedMs,
      size: file.size,
    });
  }
  for (const collection of site.collections.values())
    for (const document of collection.documents) addDocument(document);
  return outputs;
}

/** A text that the destination has already is not read to be compared. */
function textOutput(about: Pick<Output, 'key' | 'from' | 'of'>, finished: Finished): Output {
  if (finished.file?.key !== about.key) return { ...about, text: finished.output ?? '' };
  return {
    ...about,
    kept: finished.file.stamp,
    get text() {
      return finished.output ?? '';
    },
  };
}

/** Puts the compiled stylesheets into their places, each with its source map beside it. */
export function fillStylesheets(
  outputs: readonly SiteOutput[],
  joined: JoinedStylesheets,
): readonly Output[] {
  const compiled = new Map(joined.sheets.map((sheet) => [sheet.path, sheet]));
  const filled: Output[] = [];
  for (const output of outputs) {
    if (!('sheet' in output)) {
      filled.push(output);
      continue;
    }
    const sheet = compiled.get(output.sheet);
    if (sheet?.css === undefined) continue;
    const { key, from, of } = output;
    filled.push({ key, from, of, text: sheet.css });
    const mapKey = sheet.map === undefined ? undefined : toOutputKey(`${folderOf(key)}/${sheet.map.name}`);
    if (sheet.map !== undefined && mapKey !== undefined)
      filled.push({ key: mapKey, from, of, text: sheet.map.text });
  }
  return filled;
}
