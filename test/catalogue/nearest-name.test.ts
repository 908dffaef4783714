import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/catalogue/nearest-name.js';

describe('the nearest name', () => {
  const names = ['快递业务量', '快递业务收入', '同城快递业务量', 'aliases', 'unit'];

  it.each([
    ['快递业务两', '快递业务量'],
    ['快递务业量', '快递业务量'],
    ['alias', 'aliases'],
    ['unti', 'unit'],
  ])('of %s is %s', (typed, meant) => {
    expect(nearestName(typed, names)).toBe(meant);
  });

  it('is no name at all where none is near, and never the name itself', () => {
    expect(nearestName('旅游总收入', ['快递业务量'])).toBeUndefined();
    expect(nearestName('unit', ['unit'])).toBeUndefined();
    expect(nearestName('很'.repeat(10_000), names)).toBeUndefined();
  });
});
