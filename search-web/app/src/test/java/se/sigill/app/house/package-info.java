/** The house rules as tests: sizes, names, walls between modules, documents that keep up with the code. */
package se.sigill.app.house;
