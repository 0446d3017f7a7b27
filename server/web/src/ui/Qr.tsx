// A QR code, drawn sharp at any size. What draws it comes in a chunk of its own: not part of ui/index.
import { useEffect, useState } from 'preact/hooks';
import { barsOf } from './qr';

type Drawn = { size: number; bars: string };

// A quiet edge of four is what the standard asks for; M still reads with a seventh of it dirty.
const draw = async (text: string): Promise<Drawn> => {
  const { encode } = await import('uqr');
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  return { size, bars: barsOf(data) };
};

export const Qr = ({ text, label }: { text: string; label: string }) => {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let isWanted = true;
    draw(text).then(
      (code) => isWanted && setDrawn(code),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [text]);
  const side = drawn?.size ?? 1;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" aria-busy={!drawn}>
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      {drawn && <path fill="#000" d={drawn.bars} />}
    </svg>
  );
};
