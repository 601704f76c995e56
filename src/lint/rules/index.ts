/** Every rule of 5.1 to 5.6 by its id, in the order of the table. */

import type { Checks } from '../finding';
import { APPENDIX_CHECKS } from './appendices';
import { BODY_FORM_CHECKS } from './body-form';
import { BODY_NUMBER_CHECKS } from './body-numbers';
import { CAPITAL_CHECKS } from './capitals';
import { CITATION_CHECKS } from './citations';
import { FONT_CHECKS } from './font';
import { LETTERHEAD_LAYOUT_CHECKS } from './letterhead-layout';
import { LETTERHEAD_TEXT_CHECKS } from './letterhead-text';
import { PAGE_CHECKS } from './page';
import { PAGE_NUMBER_CHECKS } from './page-number';
import { SIGNATURE_CHECKS } from './signature';
import { SPELLING_CHECKS } from './spelling';
import { STAMP_CHECKS } from './stamps';
import { TABLE_CHECKS } from './tables';
import { TITLE_CHECKS } from './title';

export const CHECKS: Checks = {
  ...PAGE_CHECKS,
  ...PAGE_NUMBER_CHECKS,
  ...FONT_CHECKS,
  ...LETTERHEAD_LAYOUT_CHECKS,
  ...LETTERHEAD_TEXT_CHECKS,
  ...TITLE_CHECKS,
  ...BODY_FORM_CHECKS,
  ...BODY_NUMBER_CHECKS,
  ...CITATION_CHECKS,
  ...TABLE_CHECKS,
  ...SIGNATURE_CHECKS,
  ...APPENDIX_CHECKS,
  ...STAMP_CHECKS,
  ...SPELLING_CHECKS,
  ...CAPITAL_CHECKS,
};
