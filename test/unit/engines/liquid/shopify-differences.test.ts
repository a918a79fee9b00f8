import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { shopifyDifferences } from '../../../../src/engines/liquid/shopify-differences.ts';
import { run } from './engine-for-tests.ts';

const plain = new Liquid({ jekyllInclude: true });

function byLiquidjs(template: string): string | undefined {
  try {
    return plain.parseAndRenderSync(template);
  } catch {
    return undefined;
  }
}

describe('liquidjs and Ruby disagree, and this engine prints what Ruby prints', () => {
  it.each(shopifyDifferences)('$what: $template', ({ template, ruby, liquidjs }) => {
    expect(run(template).output).toBe(ruby);
    expect(byLiquidjs(template)).toBe(liquidjs);
  });
});
