using Microsoft.AspNetCore.Builder;
namespace KnowledgeBase.Web.Pages;
internal static class SitePages { public static void Map(WebApplication app, SiteOptions options) { } }
