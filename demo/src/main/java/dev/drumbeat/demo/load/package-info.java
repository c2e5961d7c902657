/** Enters a plan: people set up, propose, accept, record and remark, each as themselves. */
@NullMarked
package dev.drumbeat.demo.load;

import org.jspecify.annotations.NullMarked;
