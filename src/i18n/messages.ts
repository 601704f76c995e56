/**
 * Every problem the program can report, by its stable code: what is wrong, on what ground (căn cứ), what to do.
 * `{name}` is a value of the diagnostic. Codes are never reused; a code that is no longer raised stays, marked.
 */

import { COMMAND_MESSAGES } from './messages/command';
import { DATA_MESSAGES } from './messages/data';
import { FIGURES_MESSAGES } from './messages/figures';
import { FORMS_MESSAGES } from './messages/forms';
import { JOBS_MESSAGES } from './messages/jobs';
import { ISSUE_MESSAGES } from './messages/issues';
import { LEDGER_MESSAGES } from './messages/ledger';
import { OUTPUTS_MESSAGES } from './messages/outputs';
import { PLAN_IMPORT_MESSAGES } from './messages/plan-import';
import { SCHEDULER_MESSAGES } from './messages/scheduler';
import { WORD_CHECK_MESSAGES } from './messages/word-check';
import type { Messages } from './messages/message';

export type { Message } from './messages/message';

export const MESSAGES: Messages = {
  ...DATA_MESSAGES,
  ...PLAN_IMPORT_MESSAGES,
  ...COMMAND_MESSAGES,
  ...LEDGER_MESSAGES,
  ...FORMS_MESSAGES,
  ...WORD_CHECK_MESSAGES,
  ...OUTPUTS_MESSAGES,
  ...ISSUE_MESSAGES,
  ...FIGURES_MESSAGES,
  ...SCHEDULER_MESSAGES,
  ...JOBS_MESSAGES,
};
