import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { run } from './engine-for-tests.ts';
import { shopifyDifferences } from './shopify-differences.ts';

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
