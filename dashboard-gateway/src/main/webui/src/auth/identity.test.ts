import { expect, it } from 'vitest';
import { hasRole, readIdentity } from './identity';

function token(claims: object): string {
  return `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
}

it('reads who it is from groups or from realm roles', () => {
  const claims = { tenant_id: 'alder-street', preferred_username: 'planner@alder-street' };
  expect(readIdentity(token({ ...claims, groups: ['planner'] }))).toEqual({
    tenant: 'alder-street',
    person: 'planner@alder-street',
    roles: ['planner'],
  });
  expect(
    readIdentity(token({ ...claims, name: 'José', realm_access: { roles: ['viewer'] } }))?.roles,
  ).toEqual(['viewer']);
});

it('is nobody without a tenant, or with a token that is none', () => {
  expect(readIdentity(token({ preferred_username: 'x' }))).toBeNull();
  expect(readIdentity('opaque')).toBeNull();
});

it('has the roles below one as well', () => {
  const planner = { tenant: 't', person: 'p', roles: ['planner'] };
  expect([hasRole(planner, 'viewer'), hasRole(planner, 'planner'), hasRole(planner, 'admin')]).toEqual([
    true,
    true,
    false,
  ]);
});
