// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('plane_notifications', table => {
    table
      .bigInteger('claimed_until_ms')
      .nullable()
      .comment(
        'Until when a replica has it in hand; after that another one may. Null once it was said',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Without the column every row counts as said.
  await knex('plane_notifications').whereNotNull('claimed_until_ms').delete();
  await knex.schema.alterTable('plane_notifications', table => {
    table.dropColumn('claimed_until_ms');
  });
};
