/**
 * The PostgreSQL that the service brings along, where none is configured.
 *
 * <p>{@link org.gongkai.database.EmbeddedDatabase} reads downwards: a directory that is held
 * ({@code DataDirectory}), programs ({@code PostgresBinaries}), the user to run them as ({@code
 * RunAs}), the files ({@code PostgresCluster}), and a server that comes up and stops with us
 * ({@code Launch}, {@code PostgresServer}, {@code Watchdog}). It runs before Quarkus has settings,
 * on a thread beside what needs none, and so uses nothing of it.
 *
 * <p>{@code Backup} copies it while it runs, {@code Transfer} takes everything from one database to
 * another, of whatever version. {@code BackupMeters} alone comes with Quarkus.
 *
 * <p>Others use {@code DatabaseAtStart}, {@code DatabaseCommands}, {@code Transfer} and {@code
 * StartupRefused}.
 */
@NullMarked
package org.gongkai.database;

import org.jspecify.annotations.NullMarked;
