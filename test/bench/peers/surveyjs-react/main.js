import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import 'survey-core/survey-core.fontless.css';
import { addNotes, json } from '../survey.js';

const survey = new Model(json);
addNotes(survey);
createRoot(document.getElementById('app')).render(createElement(Survey, { model: survey }));
