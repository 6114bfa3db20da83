import type { ComponentType } from 'preact';
import { Later } from '../app/later.tsx';
import { route } from '../app/route.ts';
import './trainer.css';

const rooms: Readonly<Record<string, () => Promise<ComponentType>>> = {
  show: async () => (await import('./show/show-room.tsx')).ShowRoom,
  edit: async () => (await import('./courses/edit-room.tsx')).EditRoom,
  tally: async () => (await import('./tally/tally-room.tsx')).TallyRoom,
  paper: async () => (await import('./paper/paper-room.tsx')).PaperRoom,
  visit: async () => (await import('./visit/visit-room.tsx')).VisitRoom,
};

/** 研修: courses on the big screen, paper for the room, and the observer's sheet. */
export function Trainer() {
  const [asked = ''] = route.value;
  const load =
    rooms[asked] ?? (async () => (await import('./courses/courses-room.tsx')).CoursesRoom);
  return <Later key={rooms[asked] ? asked : ''} load={load} />;
}
