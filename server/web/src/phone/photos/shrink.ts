// A photo drawn anew, upright and small. What the camera wrote beside the picture (place, time,
// phone) is not drawn, and so is gone.
import { attempts, fitted, MOST_BYTES, type Size } from './size';

type Drawable = Size & { source: CanvasImageSource; close: () => void };

const asBitmap = async (file: Blob): Promise<Drawable> => {
  // Browsers that do not know the word refuse it; they turn an <img> upright instead.
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
};

const asImage = async (file: Blob): Promise<Drawable> => {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch (unreadable) {
    URL.revokeObjectURL(url);
    throw unreadable;
  }
  return { source: image, width: image.naturalWidth, height: image.naturalHeight, close: () => URL.revokeObjectURL(url) };
};

const draw = (photo: Drawable, longest: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fitted(photo, longest));
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('no canvas');
  // What is transparent would turn black.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.imageSmoothingQuality = 'high';
  paper.drawImage(photo.source, 0, 0, canvas.width, canvas.height);
  return canvas;
};

const jpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

/** Fails when the file is no picture that this browser can read. */
export const shrink = async (file: Blob): Promise<Blob> => {
  const photo = await asBitmap(file).catch(() => asImage(file));
  try {
    let canvas: HTMLCanvasElement | null = null;
    let drawn = 0;
    for (const { longest, quality } of attempts()) {
      if (longest !== drawn) canvas = draw(photo, longest);
      drawn = longest;
      const small = canvas && (await jpeg(canvas, quality));
      if (small && small.size <= MOST_BYTES) return small;
    }
  } finally {
    photo.close();
  }
  throw new Error('too large');
};
