// What the screens about a person ask the server.
import { api, ok } from '../../api/client';
import type { Device, Page, Person, PersonDetail, Phone, Role } from '../../api/types';
import { etagOf } from '../review/facts';

const path = (id: number) => ({ user_id: id });

export const person = (id: number): Promise<PersonDetail> => ok(api.GET('/api/v1/users/{user_id}', { params: { path: path(id) } }));
export const devicesOf = (id: number): Promise<Page<Device>> => ok(api.GET('/api/v1/users/{user_id}/devices', { params: { path: path(id) } }));
export const phonesOf = (id: number): Promise<Page<Phone>> => ok(api.GET('/api/v1/sync/phones', { params: { query: { user: id } } }));
export const ofRole = (role: Role): Promise<Page<Person>> => ok(api.GET('/api/v1/users', { params: { query: { role, limit: 200 } } }));

/** Whoever has a number, if the reader sees them. */
export const ofPhone = (phone: string): Promise<Page<Person>> => ok(api.GET('/api/v1/users', { params: { query: { phone, limit: 1 } } }));

type Changes = { name?: string; phone?: string; area_ids?: number[]; disabled?: boolean; reason?: string };
export const change = (of: Person, body: Changes): Promise<Person> =>
  ok(api.PATCH('/api/v1/users/{user_id}', { params: { path: path(of.id), header: { 'If-Match': etagOf(of) } }, body }));

export type Successor = { user_id: number } | { name: string; phone: string };
export const handOver = (of: Person, to: Successor, areas: number[], from: string): Promise<Person> =>
  ok(api.POST('/api/v1/users/{user_id}/handover', { params: { path: path(of.id), header: { 'If-Match': etagOf(of) } }, body: { ...to, area_ids: areas, from } }));

export const endDevice = async (id: number, device: string): Promise<void> => {
  await api.DELETE('/api/v1/users/{user_id}/devices/{device_id}', { params: { path: { user_id: id, device_id: device } } });
};
export const endDevices = async (id: number): Promise<void> => {
  await api.DELETE('/api/v1/users/{user_id}/devices', { params: { path: path(id) } });
};

/** How many sessions somebody's phones say that they still hold. */
export const unsent = (phones: readonly Phone[]): number => phones.reduce((sum, { waiting }) => sum + waiting, 0);
