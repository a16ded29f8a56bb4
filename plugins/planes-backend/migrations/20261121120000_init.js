// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('plane_current_states', table => {
    table.comment(
      'The state of each plane as last recorded; replicas write a transition by compare-and-swap on it',
    );
    table.string('plane_uid', 255).primary();
    table.string('control_plane', 63).notNullable();
    table.string('state', 32).notNullable();
    table.text('reason').notNullable();
    table
      .bigInteger('since_ms')
      .notNullable()
      .comment('Milliseconds since 1970');
    table
      .integer('sequence')
      .notNullable()
      .comment('Grows with each transition of the plane');
    table.bigInteger('recorded_since_ms').notNullable();
    table.bigInteger('removed_at_ms').nullable();
  });
  await knex.schema.createTable('plane_transitions', table => {
    table.comment(
      'Every change of state of a plane, for as long as the retention says',
    );
    table.string('plane_uid', 255).notNullable();
    table.integer('sequence').notNullable();
    table.bigInteger('at_ms').notNullable().comment('Milliseconds since 1970');
    table.string('state', 32).notNullable();
    table.text('reason').notNullable();
    table.primary(['plane_uid', 'sequence']);
    table.index(['at_ms'], 'plane_transitions_at_ms_index');
  });
  await knex.schema.createTable('history_recorders', table => {
    table.comment(
      'When a replica last watched over the planes; a gap is time that nobody saw',
    );
    table.string('recorder', 64).primary();
    table.bigInteger('alive_at_ms').notNullable();
  });
  await knex.schema.createTable('connection_tests', table => {
    table.comment('The last connection test of each plane');
    table.string('plane_uid', 255).primary();
    table.string('control_plane', 63).notNullable();
    table.bigInteger('finished_at_ms').notNullable();
    table
      .string('cluster_uid', 255)
      .nullable()
      .comment('The UID of namespace kube-system');
    table.string('cluster_version', 255).nullable();
    table.text('report').notNullable().comment('ConnectionTestReport as JSON');
    table.index(['cluster_uid'], 'connection_tests_cluster_uid_index');
  });
  await knex.schema.createTable('plane_notifications', table => {
    table.comment('What was notified about, so that it is said once');
    table.string('plane_uid', 255).notNullable();
    table.string('topic', 64).notNullable();
    table
      .string('occasion', 255)
      .notNullable()
      .comment(
        'What makes it a new occasion: a time, a certificate and a number of days',
      );
    table.bigInteger('at_ms').notNullable();
    table.primary(['plane_uid', 'topic', 'occasion']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('plane_notifications');
  await knex.schema.dropTable('connection_tests');
  await knex.schema.dropTable('history_recorders');
  await knex.schema.dropTable('plane_transitions');
  await knex.schema.dropTable('plane_current_states');
};
