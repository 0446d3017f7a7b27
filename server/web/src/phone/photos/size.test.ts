import { expect, test } from 'vitest';
import { attempts, fitted } from './size';

test('a photo keeps its proportions within 1280, and is never enlarged', () => {
  expect(fitted({ width: 4000, height: 3000 }, 1280)).toEqual({ width: 1280, height: 960 });
  expect(fitted({ width: 3000, height: 4000 }, 1280)).toEqual({ width: 960, height: 1280 });
  expect(fitted({ width: 640, height: 480 }, 1280)).toEqual({ width: 640, height: 480 });
  expect(fitted({ width: 9000, height: 2 }, 1280)).toEqual({ width: 1280, height: 1 });
});

test('quality gives way before size does', () => {
  const tried = attempts();
  expect(tried[0]).toEqual({ longest: 1280, quality: 0.82 });
  expect(tried.map(({ longest }) => longest)).toEqual([...tried.map(({ longest }) => longest)].sort((a, b) => b - a));
});
