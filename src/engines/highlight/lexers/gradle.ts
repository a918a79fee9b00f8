/** Gradle's build scripts in Groovy. */
import { groovyLexer } from './groovy.ts';

export const gradle = groovyLexer('gradle', {
  keywords: `
    allprojects artifacts buildscript configuration dependencies repositories sourceSets subprojects publishing
  `,
  types: `
    Project Task Gradle Settings Script JavaToolChain SourceSet SourceSetOutput IncrementalTaskInputs
    Configuration ResolutionStrategy ArtifactResolutionQuery ComponentSelection ComponentSelectionRules
    ConventionProperty ExtensionAware ExtraPropertiesExtension PublishingExtension IvyPublication IvyArtifact
    IvyArtifactSet IvyModuleDescriptorSpec MavenPublication MavenArtifact MavenArtifactSet MavenPom
    PluginDependenciesSpec PluginDependencySpec ResourceHandler TextResourceFactory
  `,
});
