/**
 * Which Liquid a template is written in: that of Jekyll 4.3 on Liquid 5.4, or that of Jekyll 3.10 on Liquid 4.0.4, in which
 * tags and filters are missing or compare otherwise, and which tells texts in US-ASCII from texts in UTF-8.
 */
export type LiquidDialect = 'jekyll-4' | 'jekyll-3';
