import { expect, test } from 'vitest';
import { parseJson, printJson } from '../../../src/files/json-text.ts';

test.each(['1.0', '-2.5', '1e+111', '1e-7', '123456789012345680000.0', '1.5e+300', '9007199254740993'])(
  '%s is printed as it was read',
  (text) => {
    expect(printJson(parseJson(text))).toBe(text);
  },
);
