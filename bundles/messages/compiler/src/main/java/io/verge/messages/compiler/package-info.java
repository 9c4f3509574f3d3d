/**
 * Compiles ASN.1 modules (X.680 to X.683, the subset that V2X messages need) to Java: one immutable record
 * per type with straight-line UPER and JSON code. Runs at build time only.
 *
 * <p>The way of a module: {@code Lexer} → {@code Parser} → {@code Syntax} → {@code Resolver} → {@code
 * Schema} → one generator per kind of type → Java source.
 */
@NullMarked
package io.verge.messages.compiler;

import org.jspecify.annotations.NullMarked;
