// Short names for the server's own types; schema.d.ts is made from its API document.
import type { components, paths } from './schema';

type Schemas = components['schemas'];
type Query<Path extends { get: { parameters: { query?: unknown } } }> = NonNullable<Path['get']['parameters']['query']>;

export type Page<Item> = { items: Item[]; next_cursor: string | null };

export type Me = Schemas['Me'];
export type Role = Me['user']['role'];
export type Person = Schemas['UserOut'];
export type ListedPerson = Schemas['ListedUser'];
export type PersonDetail = Schemas['UserDetail'];
export type Device = Schemas['DeviceOut'];
export type Found = Schemas['Found'];
export type Phone = Schemas['PhoneOut'];
export type TeamRow = Schemas['TeamRow'];
export type OneTimeCode = Schemas['OneTimeCode'];

export type Unit = Schemas['UnitBrief'];
export type UnitDetail = Schemas['UnitOut'];
export type Level = UnitDetail['level'];

export type OwnTeam = Schemas['OwnTeam'];
export type Team = Schemas['TeamOut'];
export type TeamDetail = Schemas['TeamDetail'];
export type TeamKind = Team['kind'];
export type Member = Schemas['MemberOut'];
export type MemberRole = Member['role'];
export type NewLeader = Schemas['NewLeader'];
export type MemberChange = Schemas['MemberChange'];
export type TeamChange = Schemas['TeamChange'];

export type Invitation = Schemas['InvitationOut'];
export type NewInvitation = Schemas['NewInvitation'];
export type JoinRequest = Schemas['JoinRequestOut'];

export type Catalogue = Schemas['Catalogue'];
export type Term = Schemas['Entry'];
export type Limits = Schemas['Limits'];

export type Session = Schemas['SessionOut'];
/** As the office lists it, with what the reader may do with it. */
export type ListedSession = Schemas['ListedSession'];
export type Action = ListedSession['may'][number];
export type SessionDetail = Schemas['SessionDetail'];
export type Similar = Schemas['Similar'];
export type ReviewState = Session['state'];
export type Changed = Schemas['Changed'];
export type Usual = Schemas['Usual'];
export type LastDecision = Schemas['Decision'];
export type Decision = Schemas['Review']['decision'];
export type Review = Schemas['Review'];
export type BulkResult = Schemas['Result'];
export type Revision = Schemas['Revision'];
export type Change = Schemas['Change'];

export type NewSession = Schemas['NewSession'];
// Codes come from the catalogue, which is data, and from what earlier versions left on the phone.
type Plain<T> = T extends string ? string : T extends object ? { [Name in keyof T]: Plain<T[Name]> } : T;
export type SessionBody = Plain<NewSession>;

export type Rollup = Schemas['RollupOut'];
export type Row = Schemas['RollupRow'];
export type By = Rollup['by'];
export type RollupQuery = Query<paths['/api/v1/rollups']>;
export type Behind = Schemas['CellOut'];

export type Coverage = Schemas['CoverageOut'];
export type CoverRow = Schemas['CoverageRow'];
export type CoverState = CoverRow['states'][number];

export type Worklist = Schemas['Worklist'];
export type TeamCurve = Schemas['TeamCurveOut'];
export type Comparison = Schemas['ComparisonOut'];
export type ComparedRow = Schemas['ComparedRow'];
export type IdleTeam = Schemas['IdleTeam'];

export type Verdict = Schemas['Verdict'];

export type LogEntry = Schemas['LogEntry'];
