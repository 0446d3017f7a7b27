// What the server keeps to and its document does not say yet: codes that stand there as plain strings,
// and fields that an answer always has. Each line goes as soon as the document says it itself.
const ROLES = ['volunteer', 'officer', 'province_staff', 'system_administrator'];
const TEAM_KINDS = ['hamlet', 'commune', 'youth', 'agency'];
const MEMBER_ROLES = ['leader', 'deputy', 'member'];
const STATES = ['pending', 'approved', 'returned', 'refused', 'withdrawn'];
const DONE = ['recorded', 'amended', 'approved', 'returned', 'refused', 'reopened', 'withdrawn'];

const CODES = {
  'User.role': ROLES,
  'UserOut.role': ROLES,
  'OwnTeam.kind': TEAM_KINDS,
  'OwnTeam.role': MEMBER_ROLES,
  'TeamOut.kind': TEAM_KINDS,
  'MemberOut.role': MEMBER_ROLES,
  'SessionDetail.may': ['amend', 'withdraw', 'approve', 'return', 'refuse', 'reopen'],
  'Decision.action': DONE,
  'Revision.action': DONE,
  'CellItem.state': STATES,
  'LeftOut.reason': [...STATES.filter((state) => state !== 'approved'), 'not_recorded'],
  'RollupOut.by': ['district', 'commune', 'hamlet', 'team'],
  'RollupOut.state': ['official', 'provisional'],
  'RollupPeriod.basis': ['calendar', 'nd09'],
  'CoverageRow.states': ['active', 'nil', 'silent', 'no_team'],
};
const COMPLETE = ['SessionOut', 'SessionDetail'];

/** Changes the document; answers the lines that it has no more need of. */
export const tighten = ({ components: { schemas } }) => {
  const needless = [];
  for (const [field, codes] of Object.entries(CODES)) {
    const [schema, name] = field.split('.');
    const property = schemas[schema].properties[name];
    const code = property.items ?? property;
    if (code.enum) needless.push(field);
    else code.enum = codes;
  }
  for (const name of COMPLETE) {
    const all = Object.keys(schemas[name].properties);
    if (all.length === schemas[name].required.length) needless.push(name);
    else schemas[name].required = all;
  }
  return needless;
};
