import { t } from '../locales/t.ts';
import { Tag } from './tag.tsx';

export interface Task {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly done: number;
  readonly total: number;
}

const states = {
  taskTodo: 'quiet',
  taskDoing: 'info',
  taskDone: 'success',
} as const;

const stateOf = ({ done, total }: Task): keyof typeof states =>
  done === 0 ? 'taskTodo' : done < total ? 'taskDoing' : 'taskDone';

/** The parts of the work, each a link, with how far it has come. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="f-tasks">
      {tasks.map((task) => {
        const state = stateOf(task);
        return (
          <li key={task.id} data-state={state}>
            <a href={task.href} aria-describedby={`task-${task.id}`}>
              {task.label}
            </a>
            <span class="f-task-state" id={`task-${task.id}`}>
              <span class="f-count">{t('ui.count', { done: task.done, total: task.total })}</span>
              <Tag tone={states[state]}>{t(`ui.${state}`)}</Tag>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
