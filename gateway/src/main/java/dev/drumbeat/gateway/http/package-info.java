/** What every answer over HTTP has in common: headers, problems, the page's files, health. */
@NullMarked
package dev.drumbeat.gateway.http;

import org.jspecify.annotations.NullMarked;
