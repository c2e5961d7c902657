/** What is to be entered, as plain data: companies, people, KPIs, targets, figures and what people said about them. */
@NullMarked
package dev.drumbeat.demo.plan;

import org.jspecify.annotations.NullMarked;
