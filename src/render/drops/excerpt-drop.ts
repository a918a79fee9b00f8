/** The document that an excerpt's own Liquid sees as `page` (Jekyll's ExcerptDrop): its document without an excerpt. */

import type { Value } from '../../ruby/values.ts';
import { DocumentDrop } from './document-drop.ts';

export class ExcerptDrop extends DocumentDrop {
  override get(key: string): Value {
    switch (key) {
      case 'excerpt':
        return undefined;
      case 'id':
        return `${String(super.get('id'))}#excerpt`;
      case 'path':
      case 'relative_path':
        return `${this.document.relativePath}/#excerpt`;
      default:
        return super.get(key);
    }
  }
}
