// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/allpages.h"

#include "ui/pages/buttonspage.h"
#include "ui/pages/orbitpage.h"
#include "ui/pages/statisticspage.h"
#include "ui/pages/trendpage.h"
#include "ui/pages/waterfallpage.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct Kind
{
    QString name;
    Page *(*make)(History &, ViewState &, QWidget *);
};

template<class P>
Page *make(History &history, ViewState &view, QWidget *parent)
{
    return new P{history, view, parent};
}

const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all{
        {u"trend"_s, make<TrendPage>},           {u"orbit"_s, make<OrbitPage>},
        {u"buttons"_s, make<ButtonsPage>},       {u"waterfall"_s, make<WaterfallPage>},
        {u"statistics"_s, make<StatisticsPage>},
    };
    return all;
}

} // namespace

QStringList pageNames()
{
    QStringList names;
    for (const Kind &kind : kinds())
        names << kind.name;
    return names;
}

std::vector<Page *> createPages(History &history, ViewState &view, QWidget *parent)
{
    std::vector<Page *> pages;
    for (const Kind &kind : kinds())
        pages.push_back(kind.make(history, view, parent));
    return pages;
}

} // namespace cbpm
