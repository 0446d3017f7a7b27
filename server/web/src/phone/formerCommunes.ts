// In which commune hamlets were on the day before their commune of today began.
import { api, ok } from '../api/client';

const dayBefore = (day: string): string => new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);

const unit = (id: number, on?: string) =>
  ok(api.GET('/api/v1/units/{unit_id}', { params: { path: { unit_id: id }, query: on ? { on } : {} } }));

/** By hamlet; asks once for each former commune, since its other hamlets come with it. */
export const formerCommunes = async (hamlets: number[], communeId: number): Promise<Map<number, string>> => {
  const found = new Map<number, string>();
  if (hamlets.length === 0) return found;
  const { valid_from } = await unit(communeId);
  if (!valid_from) return found;
  const on = dayBefore(valid_from);
  for (const id of hamlets) {
    if (found.has(id)) continue;
    // One that is itself younger than the reform was nowhere before.
    const then = await unit(id, on).catch(() => null);
    if (!then?.parent) continue;
    const { parent } = then;
    const siblings = await ok(api.GET('/api/v1/units', { params: { query: { level: 'hamlet', within: parent.id, on, limit: 1000 } } }));
    for (const hamlet of siblings.items) found.set(hamlet.id, parent.name);
  }
  return found;
};
