import type { ComponentType } from 'preact';
import { Later } from '../app/later.tsx';
import { route } from '../app/route.ts';
import './trainer.css';

const rooms: Readonly<Record<string, () => Promise<ComponentType>>> = {
  show: async () => (await import('./show/show-view.tsx')).ShowView,
  edit: async () => (await import('./courses/edit-view.tsx')).EditView,
  tally: async () => (await import('./tally/tally-view.tsx')).TallyView,
  paper: async () => (await import('./paper/paper-view.tsx')).PaperView,
  visit: async () => (await import('./visit/visit-view.tsx')).VisitView,
};

/** 研修: courses on the big screen, paper for the room, and the observer's sheet. */
export function Trainer() {
  const [asked = ''] = route.value;
  const load =
    rooms[asked] ?? (async () => (await import('./courses/courses-view.tsx')).CoursesView);
  return <Later key={rooms[asked] ? asked : ''} load={load} />;
}
