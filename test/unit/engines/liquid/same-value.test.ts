import { describe, expect, it } from 'vitest';
import { sameValue } from '../../../../src/engines/liquid/includes/same-value.ts';
import { Drop, RubyDate, RubyFloat, RubyRange, RubyTime, type Value } from '../../../../src/ruby/values.ts';

class Thing extends Drop {
  get(): Value {
    return 1;
  }
}

/** A map that counts how often it is asked. */
class Watched extends Map<Value, Value> {
  asked = 0;
  override entries(): MapIterator<[Value, Value]> {
    this.asked++;
    return super.entries();
  }
}

const thing = new Thing();
const hash = (...pairs: [Value, Value][]) => new Map<Value, Value>(pairs);
const long = (last: Value): Value => [...Array<Value>(40).fill(0), last];
const deep = (depth: number): Value => (depth === 0 ? 1 : [deep(depth - 1)]);

describe('are one value to a template', () => {
  it.each<readonly [string, Value, Value]>([
    ['equal texts', 'a', 'a'],
    ['one number', 1, 1],
    ['NaN', Number.NaN, Number.NaN],
    ['equal floats', new RubyFloat(1), new RubyFloat(1)],
    ['one day', new RubyDate(2024, 1, 2), new RubyDate(2024, 1, 2)],
    ['one moment', new RubyTime(5, 0, 'UTC'), new RubyTime(5, 0, 'UTC')],
    ['equal ranges', new RubyRange(1, 2), new RubyRange(1, 2)],
    ['one object', thing, thing],
    ['lists of the same', ['a', [thing]], ['a', [thing]]],
    ['hashes of the same', hash(['a', 1], ['b', [2]]), hash(['a', 1], ['b', [2]])],
  ])('%s', (_, a, b) => {
    expect(sameValue(a, b)).toBe(true);
  });

  it('a long list and itself', () => {
    const list = long(1);
    expect(sameValue(list, list)).toBe(true);
  });
});

describe('are two', () => {
  it.each<readonly [string, Value, Value]>([
    ['texts', 'a', 'b'],
    ['an Integer and a Float', 1, new RubyFloat(1)],
    ['floats', new RubyFloat(0), new RubyFloat(-0)],
    ['a text and a number', '1', 1],
    ['what is not there and nil', undefined, null],
    ['nil and a list', null, []],
    ['days', new RubyDate(2024, 1, 2), new RubyDate(2024, 1, 3)],
    ['moments', new RubyTime(5, 0, 'UTC'), new RubyTime(5, 0, 'CET')],
    ['ranges', new RubyRange(1, 2), new RubyRange(1, 3)],
    ['objects, whatever they say', thing, new Thing()],
    ['lists', ['a'], ['b']],
    ['lists of another length', ['a'], ['a', 'b']],
    ['a list and a hash', [], hash()],
    ['hashes with other values', hash(['a', 1]), hash(['a', 2])],
    ['hashes with other keys', hash(['a', 1]), hash(['b', 1])],
    ['hashes in another order', hash(['a', 1], ['b', 1]), hash(['b', 1], ['a', 1])],
    ['hashes of another size', hash(['a', 1]), hash(['a', 1], ['b', 1])],
    ['long lists that are not one', long(1), long(1)],
    ['deep lists that are not one', deep(9), deep(9)],
  ])('%s', (_, a, b) => {
    expect(sameValue(a, b)).toBe(false);
    expect(sameValue(b, a)).toBe(false);
  });

  it('hashes that watch who asks them, without being asked', () => {
    const [a, b] = [new Watched([['a', 1]]), new Watched([['a', 1]])];
    expect(sameValue(a, b)).toBe(false);
    expect(sameValue(a, a)).toBe(true);
    expect(a.asked + b.asked).toBe(0);
  });
});
