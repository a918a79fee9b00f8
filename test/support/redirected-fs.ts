/**
 * A file system in which one folder lies elsewhere: builds that are compared with each other are all given the same
 * destination, so that their messages are equal to the letter, and yet none touches the files of another.
 */

import type { ReadFs, WriteFs } from '../../src/ports/fs.ts';

/** Whatever is at or below `folder` is read and written at or below `place`; both absolute. */
export function redirectFolder(fs: WriteFs, folder: string, place: string): WriteFs {
  const at = (path: string): string =>
    path === folder || path.startsWith(`${folder}/`) ? place + path.slice(folder.length) : path;
  const reads: ReadFs = {
    list: (path) => fs.list(at(path)),
    stat: (path) => fs.stat(at(path)),
    linkStat: (path) => fs.linkStat(at(path)),
    realPath(path) {
      const real = fs.realPath(at(path));
      return real === place || real.startsWith(`${place}/`) ? folder + real.slice(place.length) : real;
    },
    readBytes: (path) => fs.readBytes(at(path)),
    readHead: (path, length) => fs.readHead(at(path), length),
  };
  return {
    ...reads,
    makeFolder: (path) => fs.makeFolder(at(path)),
    createFile: (path, content) => fs.createFile(at(path), content),
    copyFile: (from, to) => fs.copyFile(at(from), at(to)),
    rename: (from, to) => fs.rename(at(from), at(to)),
    removeFile: (path) => fs.removeFile(at(path)),
    removeFolder: (path) => fs.removeFolder(at(path)),
    setModified: (path, mtimeMs) => fs.setModified(at(path), mtimeMs),
  };
}
