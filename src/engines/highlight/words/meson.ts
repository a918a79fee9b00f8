/** The words of Meson that its lexer knows. */

export const KEYWORDS = `
  break continue elif else endforeach endif false foreach if true
`;

export const VARIABLES = `
  build_machine host_machine meson target_machine
`;

export const FUNCTIONS = `
  add_global_arguments add_global_link_arguments add_languages add_project_arguments
  add_project_link_arguments add_test_setup alias_target assert benchmark both_libraries build_target
  configuration_data configure_file custom_target declare_dependency dependency disabler environment
  error executable files find_library find_program generator get_option get_variable gettext import
  include_directories install_data install_headers install_man install_subdir is_disabler is_variable
  jar join_paths library message option project run_command run_target set_variable shared_library
  shared_module static_library subdir subdir_done subproject summary test vcs_tag warning
`;
