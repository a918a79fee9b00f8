/** Makers of hostile texts: each makes a text of about a given length. */

export type Make = (length: number) => string;

/** Texts by the name of their kind. */
export type Families = Readonly<Record<string, Make>>;

/** One piece again and again. */
export const repeat =
  (unit: string): Make =>
  (length) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** A head, then one piece again and again, all of them whole, then a tail. */
export const within =
  (head: string, unit: string, tail: string): Make =>
  (length) =>
    head + unit.repeat(Math.ceil(length / unit.length)) + tail;

/** Lines by their number, from 0. */
export const lines =
  (make: (line: number) => string): Make =>
  (length) => {
    let text = '';
    for (let n = 0; text.length < length; n++) text += `${make(n)}\n`;
    return text;
  };

/** As many closing pieces as there are opening ones. */
export const around =
  (open: string, middle: string, close: string): Make =>
  (length) => {
    const count = Math.floor(length / (open.length + close.length));
    return open.repeat(count) + middle + close.repeat(count);
  };
