import type { Element } from '../tree/element.ts';
export function toNativeElements(_element: Element): void {}
