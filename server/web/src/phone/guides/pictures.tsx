// What each step of a guide shows.
import type { ComponentChildren } from 'preact';
import { Arrow, Bubble, Code, Cross, Lens, Line, Lotus, Person, Phone, Picture, Tick, Words } from './draw';

const DOTS = 'M0 0h.01M10 0h.01M20 0h.01M30 0h.01M40 0h.01M50 0h.01';
const Dots = ({ x, y }: { x: number; y: number }) => <path class="dots" transform={`translate(${x} ${y})`} d={DOTS} />;

const Card = ({ x, y, children }: { x: number; y: number; children?: ComponentChildren }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect class="paper" width="78" height="50" rx="6" />
    {children}
  </g>
);

const Bank = ({ x, y }: { x: number; y: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <path class="paper" d="M0 26 34 6l34 20zM6 68h56v9H6z" />
    <path d="M14 28v38M27 28v38M41 28v38M54 28v38" />
  </g>
);

export const pictures = {
  ready: (
    <Picture>
      <Phone x={34} y={9}>
        <Lotus x={26} y={48} />
      </Phone>
      <Card x={100} y={32}>
        <circle cx="18" cy="20" r="7" />
        <path d="M8 40c0-8 4-12 10-12s10 4 10 12" />
        <Line x={38} y={16} w={30} strong />
        <Line x={38} y={27} w={26} />
        <Line x={38} y={37} w={20} />
      </Card>
    </Picture>
  ),
  open_account: (
    <Picture>
      <Bank x={18} y={14} />
      <Arrow x={96} y={54} />
      <Phone x={132} y={9}>
        <path class="accent" d="M26 28v24m-10-9 10 10 10-10" />
        <path d="M12 66h28" />
      </Phone>
    </Picture>
  ),
  scan: (
    <Picture>
      <Code x={114} y={26} />
      <path class="accent" d="M106 34V18h16M164 18h16v16M180 76v16h-16M122 92h-16V76" />
      <Phone x={24} y={9}>
        <path class="accent" d="M12 32v-8h8M32 24h8v8M40 54v8h-8M20 62h-8v-8" />
        <Line x={14} y={43} w={24} strong />
      </Phone>
      <path class="faint" d="M80 55h18" />
    </Picture>
  ),
  check_name: (
    <Picture>
      <Bubble x={20} y={12} w={116} h={70}>
        <Line x={14} y={20} w={56} strong />
        <Line x={14} y={36} w={80} />
        <Words x={14} y={60} w={66}>
          50.000 đ
        </Words>
      </Bubble>
      <Lens x={140} y={60} />
    </Picture>
  ),
  money_in: (
    <Picture>
      <Phone x={30} y={9}>
        <path class="accent" d="M26 34v20M16 44h20" />
        <Line x={12} y={66} w={28} strong />
        <Line x={16} y={76} w={20} />
      </Phone>
      <Bubble x={98} y={20} w={80} h={48}>
        <Words x={11} y={29} w={58}>
          + 50.000
        </Words>
      </Bubble>
      <Tick x={172} y={82} />
    </Picture>
  ),
  install: (
    <Picture>
      <g transform="translate(22 22)">
        <path class="paper" d="M4 22h58l-5 44H9z" />
        <path d="M20 30V15a13 13 0 0 1 26 0v15" />
        <Lotus x={33} y={48} />
      </g>
      <Arrow x={96} y={56} />
      <Phone x={134} y={9}>
        <rect class="tint" x="11" y="26" width="30" height="30" rx="7" />
        <Lotus x={26} y={43} />
        <Line x={12} y={70} w={28} />
      </Phone>
    </Picture>
  ),
  sign_in: (
    <Picture>
      <Person x={52} y={56} accent />
      <rect class="paper" x="96" y="26" width="84" height="26" rx="6" />
      <Line x={106} y={39} w={44} strong />
      <rect class="paper" x="96" y="62" width="84" height="26" rx="6" />
      <Dots x={110} y={75} />
    </Picture>
  ),
  report: (
    <Picture>
      <path d="M28 96V30c0-14 18-16 24-6" />
      <path class="tint" d="M44 24h22l-4 13H48z" />
      <path class="accent" d="M50 46l-5 9M60 46l5 9M55 47v10" />
      <path class="faint" d="M10 98h64" />
      <Phone x={92} y={9}>
        <rect class="tint" x="10" y="22" width="32" height="28" rx="3" />
        <circle cx="26" cy="36" r="8" />
        <Line x={10} y={62} w={32} strong />
        <Line x={10} y={73} w={24} />
      </Phone>
      <Bubble x={148} y={14} w={46} h={30}>
        <Words x={7} y={21} w={32}>
          1022
        </Words>
      </Bubble>
    </Picture>
  ),
  answer: (
    <Picture>
      <Bubble x={16} y={14} w={84} h={36}>
        <Line x={12} y={14} w={58} strong />
        <Line x={12} y={25} w={38} />
      </Bubble>
      <g class="tinted">
        <path class="paper" d="M84 56h90a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8v10l-12-10H84a8 8 0 0 1-8-8V64a8 8 0 0 1 8-8z" />
      </g>
      <Line x={90} y={70} w={66} strong />
      <Line x={90} y={81} w={46} />
      <Tick x={178} y={54} />
    </Picture>
  ),
  look_up: (
    <Picture>
      <path class="paper" d="M30 8h58l18 18v76H30z" />
      <path d="M88 8v18h18" />
      <Line x={42} y={34} w={34} strong />
      <Words x={42} y={58} w={52}>
        H05-26
      </Words>
      <Line x={42} y={72} w={50} />
      <Line x={42} y={83} w={40} />
      <Lens x={132} y={54} />
    </Picture>
  ),
  password: (
    <Picture>
      <path d="M76 50V34a24 24 0 0 1 48 0v16" />
      <rect class="tint" x="62" y="50" width="76" height="50" rx="8" />
      <Dots x={75} y={75} />
    </Picture>
  ),
  code: (
    <Picture>
      <Phone x={28} y={9}>
        <rect class="tint" x="8" y="24" width="36" height="22" rx="4" />
        <path class="dots" transform="translate(14 35) scale(.5)" d={DOTS} />
        <Line x={12} y={60} w={28} />
      </Phone>
      <path class="faint" d="M92 55h22" />
      <Person x={150} y={62} />
      <Cross x={104} y={34} />
    </Picture>
  ),
  trick: (
    <Picture>
      <path class="accent" d="M112 4v46a17 17 0 1 1-34 0v-8m-6 9 6-10 8 8" />
      <Bubble x={8} y={20} w={58} h={40}>
        <Line x={10} y={15} w={36} strong />
        <Line x={10} y={26} w={26} />
      </Bubble>
      <g transform="translate(128 22)">
        <path class="paper" d="M6 24h50v44H6z" />
        <path class="tint" d="M0 12h62v14H0z" />
        <path class="accent" d="M31 12v56M31 12c-18 0-16-18-6-14 5 2 6 14 6 14s1-12 6-14c10-4 12 14-6 14z" />
      </g>
    </Picture>
  ),
  ask: (
    <Picture>
      <Person x={48} y={66} />
      <Person x={152} y={66} accent />
      <Bubble x={76} y={8} w={48} h={40}>
        <Words x={20} y={27} w={9}>
          ?
        </Words>
      </Bubble>
    </Picture>
  ),
  call: (
    <Picture>
      <Card x={18} y={30}>
        <path class="tint" d="M0 10h78v12H0z" />
        <Line x={10} y={36} w={34} strong />
      </Card>
      <Arrow x={104} y={55} />
      <Phone x={138} y={9}>
        <path class="accent" d="M16 34c0 16 8 24 22 26l3-9-8-5-4 4c-4-2-6-5-7-9l4-3-3-9z" />
      </Phone>
    </Picture>
  ),
} as const;

export type PictureName = keyof typeof pictures;
