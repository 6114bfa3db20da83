import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.fontless.css';
import { addNotes, json } from '../survey.js';

const survey = new Model(json);
addNotes(survey);
renderSurvey(survey, document.getElementById('app'));
