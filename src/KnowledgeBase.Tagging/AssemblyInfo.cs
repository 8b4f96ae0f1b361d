using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("KnowledgeBase.Tagging.Tests")]
