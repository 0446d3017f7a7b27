import { describe, expect, it } from 'vitest';
import { atLeast, stays } from './queues';

describe('how many there are at least, of a list that goes on', () => {
  it('stays after a decision', () => expect(atLeast(99)).toBe(100));
  it('is never more than are shown with the next', () => expect([100, 199, 200].map(atLeast)).toEqual([100, 100, 200]));
});

describe('what stands in a queue', () => {
  it('leaves it with a decision', () => expect(stays('pending', { state: 'approved' })).toBe(false));
  it('answers an ask-back whatever was decided', () => expect(stays('asked', { state: 'approved' })).toBe(false));
});
