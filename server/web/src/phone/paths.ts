// Where each screen of the phone stands.
import { INVITED } from '../account/account';

export { INVITED };
export const HOME = '/';
export const RECORD = '/ghi';
export const NIL = '/khong-phat-sinh';
export const SESSIONS = '/buoi';
export const TEAM = '/to';
export const GUIDES = '/tai-lieu';
export const guidePath = (slug: string): string => `${GUIDES}/${slug}`;
export const INVITE = '/to/moi';
export const invitePath = (teamId: number): string => `${INVITE}?to=${teamId}`;
export const ACCOUNT = '/tai-khoan';
export const HAND_IN = '/tai-khoan/nop-buoi';
export const SAVE_WORK = '/giu-ban-rieng';
export const TALLY = '/dem';
export const tallyPath = (teamId: number): string => `${TALLY}?to=${teamId}`;
export const sessionPath = (id: string): string => `${SESSIONS}/${id}`;
export const mendPath = (id: string): string => `${SESSIONS}/${id}/sua`;
export const sentPath = (id: string): string => `/da-gui/${id}`;
export const invitedPath = (token: string): string => `${INVITED}/${token}`;
