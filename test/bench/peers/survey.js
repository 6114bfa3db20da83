// The items as SurveyJS wants them; both of its peers render this.
import { items, ratings, words } from './items.ts';

export const json = {
  title: words.title,
  showQuestionNumbers: false,
  showNavigationButtons: false,
  showProgressBar: true,
  progressBarType: 'questions',
  elements: items.map(({ id, text, guidance }) => ({
    type: 'radiogroup',
    name: id,
    title: text,
    description: guidance,
    choices: ratings,
    colCount: 0,
    showClearButton: true,
    commentText: words.note,
  })),
};

/** The note opens on demand, like everywhere else. */
export function addNotes(survey) {
  survey.onGetQuestionTitleActions.add((_, { question, actions }) => {
    actions.push({
      title: words.note,
      action: () => {
        question.showCommentArea = true;
      },
    });
  });
}
