// People and teams: each leads to the other, so they come together.
export { CodeSheet } from './join/CodeSheet';
export { Sheet } from './join/Sheet';
export { People } from './people/People';
export { PersonPage } from './people/PersonPage';
export { TeamPage } from './teams/TeamPage';
export { Teams } from './teams/Teams';
