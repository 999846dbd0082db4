// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { EventLog } from '../../live/eventLog';
import { event } from '../../live/testing/events';
import { EventList } from './FeedPanel';

afterEach(cleanup);

it('says in words which events an operator has shown again', () => {
  const log = new EventLog();
  const changed = event('workorder:changed', { workOrderId: 'o-123456', status: 'RELEASED' });
  log.add(changed);
  log.add({ ...changed, replayed: true });

  render(<EventList events={log.snapshot()} labelledBy="heading" />);

  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent.includes(' replayed'))).toEqual(
    [true, false],
  );
  expect(screen.getByText('replayed').title).toContain('An operator shows this event again');
});
