import { braceSyntaxes } from './braceSyntaxes';
import { hashSyntaxes } from './hashSyntaxes';
import { markupSyntaxes } from './markupSyntaxes';
import { otherSyntaxes } from './otherSyntaxes';

/** Every comment syntax that the table of languages names. */
export const commentSyntaxes = { ...braceSyntaxes, ...hashSyntaxes, ...markupSyntaxes, ...otherSyntaxes };
